import type { components } from "./schema.js";

/** Problem details (RFC 9457) as the API answers them. */
export type ProblemDetails = components["schemas"]["ProblemDetails"];

/** A request that the API refused. `type` is stable; `detail` is for people, in the language of `Accept-Language`. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  /** Stable kind of problem, such as `/problems/changed-meanwhile`. */
  readonly type: string;
  readonly title: string;
  readonly detail: string | undefined;
  /** HTTP status. */
  readonly status: number;
  /** For the operators, to find the request. */
  readonly traceId: string | undefined;
  /** What is wrong, by field. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** Seconds to wait before trying again, where the API says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Partial<ProblemDetails>, response: Response) {
    super(problem.detail ?? problem.title ?? `HTTP ${response.status}`);
    this.type = problem.type ?? "about:blank";
    this.title = problem.title ?? response.statusText;
    this.detail = problem.detail;
    this.status = response.status;
    this.traceId = problem.traceId;
    this.errors = problem.errors ?? {};
    const wait = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    this.retryAfter = Number.isNaN(wait) ? undefined : wait;
  }

  /** True for that kind of problem: `error.is("changed-meanwhile")`. */
  is(code: string): boolean {
    return this.type === `/problems/${code}`;
  }
}

/** Reads the failure of an answer; a proxy in between may have answered something else than problem details. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json") === true;
  const problem = isProblem ? ((await response.json().catch(() => ({}))) as Partial<ProblemDetails>) : {};
  return new ProblemError(problem, response);
}
