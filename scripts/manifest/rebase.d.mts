export const DEVELOPMENT_BASE: string;
export function rebase(manifest: string, base: string): string;
