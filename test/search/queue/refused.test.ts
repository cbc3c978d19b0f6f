import { expect, test } from "vitest";
import { openEngine } from "../../../lib/search/queue/engine.js";
import { peersMissing } from "../search-peers.js";
import { startValkey } from "./services.js";

test.runIf(peersMissing() === undefined)(
  "a server that refuses, for a password or a database, is not asked again",
  { timeout: 40_000 }, // each would be asked for 15 s
  async () => {
    const { address, stop } = await startValkey();
    const refusal = (text: string) =>
      openEngine(text).then(
        () => "",
        ({ message }: Error) => message,
      );
    expect(await refusal(address.replace("s3cret", "wrong"))).toContain("could not be reached: WRONGPASS");
    expect(await refusal(address.replace(":s3cret@", ""))).toContain("could not be reached: NOAUTH");
    expect(await refusal(`${address}/999`)).toContain("DB index is out of range");
    await stop();
  },
);
