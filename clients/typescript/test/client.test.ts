import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { createIntegrationskonzeptClient, idempotencyKey, ifMatch, items, ProblemError, type ClientOptions } from "../src/index.js";

const path = { tenant: "limburg-weilburg" };

/** A client of a server that answers so, for as long as the test runs. */
async function against(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  use: (client: ReturnType<typeof createIntegrationskonzeptClient>) => Promise<void>,
  options: Omit<ClientOptions, "baseUrl"> = {},
): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  try {
    await use(createIntegrationskonzeptClient({ baseUrl: `http://127.0.0.1:${port}/`, ...options }));
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

function json(response: ServerResponse, status: number, body: unknown, type = "application/json", headers: Record<string, string> = {}): void {
  response.writeHead(status, { "Content-Type": type, ...headers }).end(JSON.stringify(body));
}

test("a token is sent with each request, and asked for anew", async () => {
  const seen: (string | undefined)[] = [];
  let asked = 0;
  await against(
    (request, response) => {
      seen.push(request.headers.authorization);
      assert.equal(request.headers["accept-language"], "en");
      json(response, 200, { items: [] });
    },
    async (client) => {
      await client.GET("/api/v1/{tenant}/papers", { params: { path } });
      await client.GET("/api/v1/{tenant}/papers", { params: { path } });
    },
    { token: async () => `token-${++asked}`, language: "en" },
  );
  assert.deepEqual(seen, ["Bearer token-1", "Bearer token-2"]);
});

test("without a token none is sent", async () => {
  await against(
    (request, response) => {
      assert.equal(request.headers.authorization, undefined);
      json(response, 200, []);
    },
    async (client) => {
      const { data } = await client.GET("/api/v1/tenants");
      assert.deepEqual(data, []);
    },
  );
});

test("problem details become a typed error", async () => {
  const problem = {
    type: "/problems/validation", title: "Input incomplete or wrong", status: 400, detail: "title: required", traceId: "abc", errors: { title: ["required"] },
  };
  await against(
    (_, response) => json(response, 400, problem, "application/problem+json; charset=utf-8", { "Retry-After": "7" }),
    async (client) => {
      const failure = await client.GET("/api/v1/{tenant}/plans", { params: { path } }).then(() => assert.fail("must throw"), (error: unknown) => error);
      assert.ok(failure instanceof ProblemError);
      assert.ok(failure.is("validation"));
      assert.equal(failure.message, problem.detail);
      assert.equal(failure.status, 400);
      assert.equal(failure.traceId, "abc");
      assert.equal(failure.retryAfter, 7);
      assert.deepEqual(failure.errors, problem.errors);
    },
  );
});

test("a failure that is not ours is an error too", async () => {
  await against(
    (_, response) => response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad gateway</h1>"),
    async (client) => {
      await assert.rejects(client.GET("/api/v1/tenants"), (error: unknown) =>
        error instanceof ProblemError && error.status === 502 && error.type === "about:blank");
    },
  );
});

test("an update names the version that was read, a POST can be repeated", async () => {
  await against(
    (request, response) => {
      assert.equal(request.headers["if-match"], '"3"');
      assert.equal(request.headers["idempotency-key"], "once");
      json(response, 200, { version: 4 });
    },
    async (client) => {
      const { data } = await client.POST("/api/v1/{tenant}/plans/{id}/confirm", {
        params: { path: { ...path, id: "01a2071c-06a5-7000-be75-94b4e507ebef" }, header: { ...ifMatch({ version: 3 }), ...idempotencyKey("once") } },
      });
      assert.equal(data?.version, 4);
    },
  );
  assert.deepEqual(ifMatch(1), { "If-Match": '"1"' });
  assert.throws(() => ifMatch(0), RangeError);
  assert.throws(() => idempotencyKey("x".repeat(201)), RangeError);
  assert.notDeepEqual(idempotencyKey(), idempotencyKey());
});

test("pages are read one after the other, until there is no next", async () => {
  const asked: (string | null)[] = [];
  await against(
    (request, response) => {
      const after = new URL(request.url ?? "", "http://localhost").searchParams.get("after");
      asked.push(after);
      json(response, 200, after === null ? { items: [{ name: "a" }, { name: "b" }], next: "cursor" } : { items: [{ name: "c" }] });
    },
    async (client) => {
      const names: string[] = [];
      const all = items(async (after) => {
        const { data } = await client.GET("/api/v1/{tenant}/organisations", { params: { path, query: after === undefined ? {} : { after } } });
        return data!;
      });
      for await (const organisation of all) names.push(organisation.name);
      assert.deepEqual(names, ["a", "b", "c"]);
    },
  );
  assert.deepEqual(asked, [null, "cursor"]);
});
