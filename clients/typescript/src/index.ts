import createClient, { type Client, type Middleware } from "openapi-fetch";
import { problemOf } from "./problem.js";
import type { paths } from "./schema.js";

export { idempotencyKey, ifMatch } from "./headers.js";
export { items, type Page } from "./pages.js";
export { ProblemError, type ProblemDetails } from "./problem.js";
export type { components, operations, paths } from "./schema.js";

/** An access token, or how to get one; a function is asked before each request, so that it can renew the token. */
export type Token = string | (() => string | undefined | Promise<string | undefined>);

export interface ClientOptions {
  /** Address of the platform, such as `https://integrationskonzept.example`. */
  baseUrl: string;
  /** None for what is public. */
  token?: Token;
  /** Language of problem details; German if not said. */
  language?: "de" | "en";
  /** Another fetch, for tests. */
  fetch?: typeof globalThis.fetch;
}

export type IntegrationskonzeptClient = Client<paths>;

/** The whole API, typed. Answers other than success throw a `ProblemError`, so `data` is there whenever a call returns. */
export function createIntegrationskonzeptClient(options: ClientOptions): IntegrationskonzeptClient {
  const client = createClient<paths>({
    baseUrl: options.baseUrl.replace(/\/+$/, ""),
    ...(options.fetch ? { fetch: (request: Request) => options.fetch!(request) } : {}),
  });
  client.use(signIn(options), refuse);
  return client;
}

function signIn({ token, language }: ClientOptions): Middleware {
  return {
    async onRequest({ request }) {
      const value = typeof token === "function" ? await token() : token;
      if (value !== undefined) request.headers.set("Authorization", `Bearer ${value}`);
      if (language !== undefined && !request.headers.has("Accept-Language")) request.headers.set("Accept-Language", language);
      return request;
    },
  };
}

const refuse: Middleware = {
  async onResponse({ response }) {
    // 304 is an answer too: what the caller has is still good.
    if (!response.ok && response.status !== 304) throw await problemOf(response);
    return undefined;
  },
};
