export const FIRST_LOAD_LIMIT: number;
export const PAGES: readonly string[];
export function firstLoad(dist: string, page: string): readonly { readonly name: string; readonly bytes: number }[];
