export type SideLoadPlace =
  | { readonly kind: 'registry'; readonly key: string; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };

export function sideLoadPlace(platform: string, home: string, id: string): SideLoadPlace | undefined;
export function sideLoad(place: SideLoadPlace, manifest: string): void;
export function endSideLoad(place: SideLoadPlace): void;
