"""Talks to one kernel for a test: a JSON command per line on standard input, a JSON answer per line on output."""

import json
import signal
import sys
import time
from queue import Empty

import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

EXPECT_S = 60


class Probe:
    def __init__(self, kernel, cwd):
        started = time.time()
        self.manager = KernelManager(kernel_name=kernel)
        self.manager.start_kernel(cwd=cwd)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=EXPECT_S)
        self.ready_ms = (time.time() - started) * 1000

    def reply(self, message_id, channel="shell"):
        while True:
            message = getattr(self.client, f"get_{channel}_msg")(timeout=EXPECT_S)
            if message["parent_header"].get("msg_id") == message_id:
                return message

    def until_idle(self, message_id):
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=EXPECT_S)
            if message["parent_header"].get("msg_id") != message_id:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return messages
            messages.append(message)

    def answer(self, message_id, channel="shell"):
        reply = self.reply(message_id, channel)
        return {"reply": reply["content"], "type": reply["msg_type"], "messages": self.until_idle(message_id)}

    def execute(self, code, **options):
        started = time.time()
        answer = self.answer(self.client.execute(code, **options))
        return {**answer, "ms": (time.time() - started) * 1000}

    def queue(self, codes):
        """Sends all before it waits for any."""
        ids = [self.client.execute(code) for code in codes]
        replies = {}
        while len(replies) < len(ids):
            message = self.client.get_shell_msg(timeout=EXPECT_S)
            replies[message["parent_header"].get("msg_id")] = message["content"]
        return [replies[message_id] for message_id in ids]

    def request(self, type, content, channel="shell"):
        message = self.client.session.msg(type, content)
        getattr(self.client, f"{channel}_channel").send(message)
        return self.answer(message["header"]["msg_id"], channel)

    def stop(self, code, after_s=0, by="signal"):
        """Interrupts a cell that has begun to run."""
        message_id = self.client.execute(f'console.log("go"); {code}')
        while self.client.get_iopub_msg(timeout=EXPECT_S)["msg_type"] != "stream":
            pass
        time.sleep(after_s)
        started = time.time()
        if by == "signal":
            self.manager.signal_kernel(signal.SIGINT)
        else:
            message = self.client.session.msg("interrupt_request", {})
            self.client.control_channel.send(message)
        return {**self.answer(message_id), "ms": (time.time() - started) * 1000}

    def signals(self, count):
        """One right after the other, to a kernel that does nothing."""
        for _ in range(count):
            self.manager.signal_kernel(signal.SIGINT)
        time.sleep(0.3)
        return {}

    def begin(self, code):
        """Starts a cell, and waits until it has printed its first line."""
        self.client.execute(code)
        while True:
            message = self.client.get_iopub_msg(timeout=EXPECT_S)
            if message["msg_type"] == "stream":
                return message["content"]["text"]

    def come_back(self, code):
        """Leaves while a cell keeps the kernel busy, and comes back under the same name; runs a cell then."""
        self.begin(code)
        self.client.stop_channels()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=EXPECT_S)
        return self.execute("1 + 1")

    def ask(self, code, answer):
        """Runs a cell that asks for a line of text."""
        message_id = self.client.execute(code, allow_stdin=True)
        question = self.client.get_stdin_msg(timeout=EXPECT_S)
        self.client.input(answer)
        return {**self.answer(message_id), "question": question}

    def beats(self, code, seconds):
        """Counts the heartbeats that are answered while a cell runs."""
        self.execute("1;")
        address = self.client.hb_channel.address
        socket = zmq.Context.instance().socket(zmq.REQ)
        socket.linger = 0
        socket.connect(address)
        message_id = self.client.execute(code)
        answered = 0
        end = time.time() + seconds
        while time.time() < end:
            socket.send(b"ping")
            if socket.poll(1000) == 0:
                break
            answered += socket.recv() == b"ping"
            time.sleep(0.05)
        socket.close()
        return {**self.answer(message_id), "answered": answered}

    def both(self, code, other_code):
        """Two clients send a cell each at the same time; what each of them is told of its own."""
        other = BlockingKernelClient(connection_file=self.manager.connection_file)
        other.load_connection_file()
        other.start_channels()
        other.wait_for_ready(timeout=EXPECT_S)
        ids = [self.client.execute(code), other.execute(other_code)]
        answers = []
        for client, message_id in zip([self.client, other], ids):
            reply = client.get_shell_msg(timeout=EXPECT_S)
            while reply["parent_header"].get("msg_id") != message_id:
                reply = client.get_shell_msg(timeout=EXPECT_S)
            answers.append({"reply": reply["content"], "heard": []})
        for client, answer in zip([self.client, other], answers):
            idle = set()
            while not idle.issuperset(ids):
                message = client.get_iopub_msg(timeout=EXPECT_S)
                parent = message["parent_header"].get("msg_id")
                if message["msg_type"] == "stream":
                    answer["heard"].append([ids.index(parent), message["content"]["text"]])
                if message["content"].get("execution_state") == "idle":
                    idle.add(parent)
        other.stop_channels()
        return answers

    def send(self, type, content):
        """Sends what has no reply; answers with what is broadcast about it."""
        message = self.client.session.msg(type, content)
        self.client.shell_channel.send(message)
        return {"reply": {}, "type": "", "messages": self.until_idle(message["header"]["msg_id"])}

    def raw(self, code):
        """Every message about a cell, statuses too, with what each is an effect of."""
        message_id = self.client.execute(code)
        reply = self.reply(message_id)
        heard = []
        while not heard or heard[-1]["content"].get("execution_state") != "idle":
            message = self.client.get_iopub_msg(timeout=EXPECT_S)
            if message["parent_header"].get("msg_id") == message_id:
                heard.append(message)
        return {"sent": message_id, "reply": reply, "heard": heard}

    def late(self, seconds):
        """Whatever is broadcast in the next seconds."""
        messages = []
        end = time.time() + seconds
        while time.time() < end:
            try:
                messages.append(self.client.get_iopub_msg(timeout=max(0.01, end - time.time())))
            except Empty:
                pass
        return messages

    def restart(self):
        self.manager.restart_kernel(now=False)
        self.client.wait_for_ready(timeout=EXPECT_S)
        return {}

    def alive(self):
        return self.manager.is_alive()


def main():
    probe = Probe(sys.argv[1], sys.argv[2])
    try:
        print(json.dumps({"ready_ms": probe.ready_ms}), flush=True)
        for line in sys.stdin:
            name, *arguments = json.loads(line)
            options = arguments.pop() if arguments and isinstance(arguments[-1], dict) and name == "execute" else {}
            print(json.dumps(getattr(probe, name)(*arguments, **options), default=str), flush=True)
    finally:
        probe.client.stop_channels()
        probe.manager.shutdown_kernel()


main()
