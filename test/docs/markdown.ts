import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's files of one kind: those that are committed, and new ones that are not ignored. */
export function repositoryFiles(pattern: string): string[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", pattern], {
    encoding: "utf8",
  });
  return list.split("\n").filter((file) => file !== "" && existsSync(file));
}

/** A Markdown text without its code, in which brackets mean something else. */
function prose(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
}

/** The links and pictures of a Markdown text that lead into the repository and lead nowhere. */
export function brokenLinks(file: string, markdown: string): string[] {
  const targets = [...prose(markdown).matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)|<img[^>]+src="([^"]+)"/g)].map(
    (match) => (match[1] ?? match[2])!,
  );
  return targets.filter((target) => !/^[a-z]+:/i.test(target) && !resolves(file, markdown, target));
}

function resolves(file: string, markdown: string, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const linked = path === "" ? file : join(dirname(file), decodeURIComponent(path));
  if (path !== "" && !existsSync(linked)) return false;
  if (anchor === undefined || !linked.endsWith(".md")) return true;
  return anchors(path === "" ? markdown : readFileSync(linked, "utf8")).includes(anchor);
}

/** The anchors that GitHub gives to headings. */
function anchors(markdown: string): string[] {
  const headings = markdown.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^#+\s+(.*)$/gm);
  return [...headings].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}

/** The code blocks of one language. */
export function codeBlocks(markdown: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm");
  return [...markdown.matchAll(fence)].map((match) => match[1]!);
}
