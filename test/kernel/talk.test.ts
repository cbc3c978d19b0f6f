import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, Probe, printed, types } from "./support/probe.js";

let kernel: Probe;
beforeAll(async () => {
  kernel = await Probe.start();
});
afterAll(() => kernel.stop());

test("input() asks through stdin and gives what the reader typed", async () => {
  const { question, ...answer } = await kernel.call<Answer & { question: Answer["messages"][number] }>(
    "ask",
    'const name = await input("Your name? ");\nconsole.log("Hello, " + name);',
    "Ada",
  );
  expect(question.msg_type).toBe("input_request");
  expect(question.content).toEqual({ prompt: "Your name? ", password: false });
  expect(printed(answer)).toBe("Hello, Ada\n");
});

test("input({ password }) tells the client to hide what is typed", async () => {
  const { question } = await kernel.call<{ question: Answer["messages"][number] }>(
    "ask",
    'await input("Key? ", { password: true });',
    "x",
  );
  expect(question.content.password).toBe(true);
});

test("input() in a run that nobody watches fails with a remedy", async () => {
  const { reply } = await kernel.execute("await input();", { allow_stdin: false });
  expect(reply).toMatchObject({ ename: "UsageError" });
  expect(reply.traceback.join("\n")).toContain("To fix:   run the notebook in JupyterLab");
});

test("every message about a cell names its request as parent: busy, input, output, idle, in this order", async () => {
  const { sent, reply, heard } = await kernel.call<{
    sent: string;
    reply: Answer["messages"][number];
    heard: Answer["messages"];
  }>("raw", 'console.log("out");\n1');
  expect(heard.map(({ msg_type, content }) => content.execution_state ?? msg_type)).toEqual([
    ...["busy", "execute_input", "stream", "execute_result", "idle"],
  ]);
  for (const { parent_header } of [...heard, reply]) expect(parent_header.msg_id).toBe(sent);
});

test("clearOutput clears now, or with wait when something new is shown", async () => {
  const answer = await kernel.execute(
    "console.log(1); clearOutput({ wait: true }); console.log(2); clearOutput();",
  );
  expect(types(answer)).toEqual(["execute_input", "stream", "clear_output", "stream", "clear_output"]);
  const clears = answer.messages.filter(({ msg_type }) => msg_type === "clear_output");
  expect(clears.map(({ content }) => content)).toEqual([{ wait: true }, { wait: false }]);
});

test("display shows any value, and anew under its id", async () => {
  const answer = await kernel.execute(
    'await display([1, 2], { id: "d" });\nawait display([3], { id: "d", update: true });',
  );
  const shown = answer.messages.slice(2);
  expect(
    shown.map(({ msg_type, content }) => [msg_type, content.data["text/plain"], content.transient]),
  ).toEqual([
    ["display_data", "[ 1, 2 ]", { display_id: "d" }],
    ["update_display_data", "[ 3 ]", { display_id: "d" }],
  ]);
});

test("history tells what was run: the last, a range, by pattern, with its results", async () => {
  const first = (await kernel.execute("const found = 11;")).reply.execution_count;
  await kernel.execute("found * 2");
  await kernel.execute("'unheard'", { silent: true });
  const history = async (content: object) =>
    (await kernel.request("history_request", { raw: true, output: false, ...content })).reply.history;
  expect(await history({ hist_access_type: "tail", n: 2 })).toEqual([
    [1, first, "const found = 11;"],
    [1, first + 1, "found * 2"],
  ]);
  expect(
    await history({ hist_access_type: "range", session: 0, start: first, stop: first + 1 }),
  ).toHaveLength(1);
  expect(await history({ hist_access_type: "search", pattern: "found*", n: 5 })).toEqual([
    [1, first + 1, "found * 2"],
  ]);
  expect(await history({ hist_access_type: "tail", n: 1, output: true })).toEqual([
    [1, first + 1, ["found * 2", "22"]],
  ]);
});

test("a comm of a target that nobody registered is closed at once", async () => {
  const { messages } = await kernel.call<Answer>("send", "comm_open", {
    comm_id: "u",
    target_name: "nobody",
    data: {},
  });
  expect(messages.at(-1)).toMatchObject({ msg_type: "comm_close", content: { comm_id: "u" } });
});

test("a comm opens, is listed, carries messages both ways, prints under its message, and closes", async () => {
  await kernel.execute(
    'comms.register("echo", (comm) => { comm.onMessage = (data) => { console.log("heard"); comm.send(data); }; });',
  );
  const open = { comm_id: "c", target_name: "echo", data: {} };
  await kernel.call("send", "comm_open", open);
  const listed = await kernel.request("comm_info_request", { target_name: "echo" });
  expect(listed.reply.comms).toEqual({ c: { target_name: "echo" } });
  const answer = await kernel.call<Answer>("send", "comm_msg", { comm_id: "c", data: { x: 1 } });
  expect(printed(answer)).toBe("heard\n");
  expect(answer.messages.find(({ msg_type }) => msg_type === "comm_msg")?.content).toEqual({
    comm_id: "c",
    data: { x: 1 },
  });
  await kernel.call("send", "comm_close", { comm_id: "c", data: {} });
  expect((await kernel.request("comm_info_request", {})).reply.comms).toEqual({});
});

test("a cell opens a comm, too", async () => {
  const answer = await kernel.execute('const comm = comms.open("widget", { a: 1 });\ncomm.close();');
  expect(types(answer)).toEqual(["execute_input", "comm_open", "comm_close"]);
});

test("heartbeats are answered while a cell never yields", async () => {
  const { answered } = await kernel.call<{ answered: number }>(
    "beats",
    "const end = Date.now() + 1500;\nwhile (Date.now() < end);",
    1.2,
  );
  expect(answered).toBeGreaterThan(5);
});

test("two clients are served in turn; each gets its own reply and both hear everything", async () => {
  const [mine, theirs] = await kernel.call<{ reply: Answer["reply"]; heard: [number, string][] }[]>(
    "both",
    'console.log("mine");',
    'console.log("theirs");',
  );
  expect([mine?.reply.status, theirs?.reply.status]).toEqual(["ok", "ok"]);
  for (const client of [mine, theirs])
    expect(client?.heard.sort()).toEqual([
      [0, "mine\n"],
      [1, "theirs\n"],
    ]);
});

test("a client that loses its connection and comes back while the kernel is busy is heard", async () => {
  const busy = 'console.log("busy"); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);';
  const answer = await kernel.call<Answer>("come_back", busy);
  expect(answer.reply.status).toBe("ok");
});

test("an unknown request is taken without an answer, and the kernel goes on", async () => {
  const { messages } = await kernel.call<Answer>("send", "no_such_request", {});
  expect(messages.map(({ content }) => content.execution_state)).toEqual(["busy"]);
  expect((await kernel.execute("1")).reply.status).toBe("ok");
});
