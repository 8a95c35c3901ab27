/** A part of a list. */
export interface Page<T> {
  items: T[];
  /** Cursor of the next page; absent on the last. */
  next?: string | null;
}

/** Everything of a list, page by page, as it is needed: `for await (const paper of items(after => …))`. */
export async function* items<T>(read: (after: string | undefined) => Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  let after: string | undefined;
  do {
    const page = await read(after);
    yield* page.items;
    after = page.next ?? undefined;
  } while (after !== undefined);
}
