import { UsageError } from "./usage-error.js";

/** Walks over the fields of a CSV text, line after line. */
export interface CsvCursor {
  /** The next field's text, without its quotes. */
  next(): string;
  /** What follows the field that was read last. */
  after(): "field" | "line" | "end";
  /** The line that the next field is on; the first is 1. */
  line(): number;
}

const [quote, newline, carriage] = [34, 10, 13];

/**
 * Opens a CSV text for reading, field by field.
 *
 * @param path - for messages
 * @param separator - one character
 * @throws UsageError, while reading, for a quoted field that does not end, or that goes on after its last quote
 * @see Y. Shafranovich, "Common Format and MIME Type for CSV Files", RFC 4180 (2005)
 * @example
 * const cursor = csvCursor("a.csv", '"one, two",3\n', ",");
 * [cursor.next(), cursor.next(), cursor.after()]; // ["one, two", "3", "end"]
 */
export function csvCursor(path: string, text: string, separator: string): CsvCursor {
  const comma = separator.charCodeAt(0);
  let position = 0;
  let line = 1;
  let after: "field" | "line" | "end" = text === "" ? "end" : "line";

  /** Steps over what ends a field, and the empty lines behind the last row. */
  const close = (): void => {
    if (text.charCodeAt(position) === comma) {
      position++;
      after = "field";
      return;
    }
    while (text.charCodeAt(position) === carriage || text.charCodeAt(position) === newline)
      if (text.charCodeAt(position++) === newline) line++;
    after = position >= text.length ? "end" : "line";
  };

  const quoted = (): string => {
    const opened = line;
    let value = "";
    for (;;) {
      const end = text.indexOf('"', position);
      if (end === -1)
        throw new UsageError({
          got: `${path}, line ${opened}: a quoted field does not end.`,
          expected: 'a second " behind it.',
          fix: 'write quotes inside a field twice (""), as pandas and R do; or copy the file again, if it is cut short.',
        });
      value += text.slice(position, end);
      position = end + 1;
      if (text.charCodeAt(position) !== quote) break;
      value += '"';
      position++;
    }
    line += value.split("\n").length - 1;
    const code = text.charCodeAt(position);
    if (position >= text.length || code === comma || code === newline || code === carriage) return value;
    throw new UsageError({
      got: `${path}, line ${line}: "${value.slice(0, 20)}" goes on behind its closing quote.`,
      expected: `${JSON.stringify(separator)} or the line's end there.`,
      fix: 'write quotes inside a field twice (""), as pandas and R do.',
    });
  };

  const bare = (): string => {
    const start = position;
    for (; position < text.length; position++) {
      const code = text.charCodeAt(position);
      if (code === comma || code === newline || code === carriage) break;
    }
    return text.slice(start, position);
  };

  return {
    next() {
      let value: string;
      if (text.charCodeAt(position) === quote) {
        position++;
        value = quoted();
      } else value = bare();
      close();
      return value;
    },
    after: () => after,
    line: () => line,
  };
}
