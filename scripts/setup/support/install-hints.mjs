import { readFileSync } from "node:fs";

/**
 * The line that installs a Python that fits.
 *
 * @param {NodeJS.Platform} platform
 * @param {string} [distribution] - of Linux, as /etc/os-release names it
 */
export function howToInstallPython(platform, distribution = linuxDistribution()) {
  if (platform === "darwin") return "brew install python@3.12";
  if (platform === "win32") return "winget install --id Python.Python.3.12";
  if (/debian|ubuntu/.test(distribution)) return "sudo apt install python3 python3-venv";
  if (/fedora|rhel|centos/.test(distribution)) return "sudo dnf install python3.12";
  if (/suse/.test(distribution)) return "sudo zypper install python312";
  if (/arch/.test(distribution)) return "sudo pacman -S python";
  return "install Python 3.12 (python.org/downloads), then type the same command again.";
}

/**
 * The line that completes a Python whose environments were packed apart, as Debian does.
 *
 * @param {NodeJS.Platform} platform
 * @param {number} minor - of the Python in question
 * @param {string} [distribution]
 */
export function howToInstallVenv(platform, minor, distribution = linuxDistribution()) {
  if (platform === "linux" && /debian|ubuntu/.test(distribution))
    return `sudo apt install python3.${minor}-venv`;
  return howToInstallPython(platform, distribution);
}

/** Names of the distribution and of those it descends from. */
function linuxDistribution() {
  try {
    const lines = readFileSync("/etc/os-release", "utf8").split("\n");
    return lines.filter((line) => /^ID(_LIKE)?=/.test(line)).join(" ");
  } catch {
    return "";
  }
}
