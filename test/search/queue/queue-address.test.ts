import { expect, test } from "vitest";
import type { UsageError } from "../../../lib/core/index.js";
import { readQueueAddress } from "../../../lib/search/queue/queue-address.js";

test("user, password and database come from the address; TLS from its scheme", () => {
  expect(readQueueAddress("redis://anna:p%40ss@queue.example:6380/2")).toEqual({
    engine: "redis",
    shown: "redis://anna:***@queue.example:6380/2",
    connection: {
      ...{ host: "queue.example", port: 6380, db: 2, username: "anna", password: "p@ss" },
      maxRetriesPerRequest: null,
    },
  });
  expect(readQueueAddress("rediss://queue.example").connection).toMatchObject({
    ...{ port: 6379, tls: { servername: "queue.example" } },
  });
  expect(readQueueAddress("rediss://10.0.0.1").connection).toMatchObject({ tls: {} }); // an IP address is no name
  expect(readQueueAddress("redis://[::1]:7000").connection).toMatchObject({ host: "::1", port: 7000 });
  const postgres = "postgres://anna:secret@db.example/search?sslmode=require";
  expect(readQueueAddress(postgres)).toMatchObject({
    ...{ engine: "postgres", connection: { connectionString: postgres } },
    shown: "postgres://anna:***@db.example/search?sslmode=require",
  });
});

test("an address of another kind is refused, without its password in the message", () => {
  expect(() => readQueueAddress("http://anna:secret@queue.example")).toThrow("http://anna:***@queue.example");
  expect(() => readQueueAddress("localhost")).toThrow("redis://");
});

test("what no URL can hold is refused with how to write it, and no part of a password is shown", () => {
  const parts = (address: string): UsageError => {
    try {
      throw readQueueAddress(address);
    } catch (error) {
      return error as UsageError;
    }
  };
  for (const password of ["p/w:o@rd", "p%ZZ", "p@ss@host:99999/x@y"]) {
    const { got, fix } = parts(`redis://:${password}@queue.example:99999`);
    expect([got, fix]).toEqual([
      'the queue "redis://:***@queue.example:99999".',
      expect.stringContaining("%40"),
    ]);
  }
  expect(parts("redis://:p%ZZ@queue.example").fix).toContain("%40");
  expect(parts("redis://queue.example/first").expected).toContain("database's number");
});
