import { SetupError } from "../setup-error.mjs";

/** Known causes, by what npm, pip and Python print of them. The first that fits is named. */
const causes = [
  {
    pattern: /ENOSPC|No space left on device|not enough space on the disk|Disk quota exceeded/i,
    expected: "room on the disk.",
    fix: "free some space, then type the same command again: it goes on where it stopped.",
  },
  {
    pattern: /EACCES|EPERM|Permission denied|Read-only file system/i,
    expected: "a folder that you may write, with no other program holding its files.",
    fix: "close programs that use this folder, check its owner, then type the same command again.",
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET|getaddrinfo|NewConnectionError|ConnectTimeout|ReadTimeout|CERTIFICATE_VERIFY|SELF_SIGNED|UNABLE_TO_GET_ISSUER/i,
    expected: "a connection to the package registries of npm and Python, which set-up needs this once.",
    fix: "check the network (and HTTPS_PROXY, where there is a proxy), then type the same command again.",
  },
  {
    pattern: /hashes are required|DO NOT MATCH THE HASHES|EINTEGRITY/i,
    expected: "the very packages that the lock files name.",
    fix: "npm cache clean --force, and remove pip's cache; then type the same command again.",
  },
];

/**
 * A failed program's log, said in three parts.
 *
 * @param {{ name: string, command: string, code: unknown, text: string, log: string }} failure
 * @returns {SetupError}
 */
export function explainFailure({ name, command, code, text, log }) {
  const tail = text
    .trimEnd()
    .split("\n")
    .slice(-20)
    .map((line) => `    ${line.trimEnd()}`);
  const cause = causes.find(({ pattern }) => pattern.test(text));
  return new SetupError({
    got: `${name} failed (${code}): ${command}\n${tail.join("\n")}`,
    expected: cause?.expected ?? "the command to end well.",
    fix: cause?.fix ?? `read the whole log (${log}), then type the same command again.`,
  });
}
