// The one file that must run on any Node: it is imported before all others and looks at nothing but the version.
const [major, minor] = process.versions.node.split(".").map(Number);
if (/** @type {number} */ (major) < 20 || (major === 20 && /** @type {number} */ (minor) < 19)) {
  console.error(
    `This is Node ${process.versions.node}.\n  Expected: Node 20.19 or newer; 22 and 24 are fine.\n  To fix:   nvm install 22 (or nodejs.org), then type the same command again.`,
  );
  process.exit(2);
}
