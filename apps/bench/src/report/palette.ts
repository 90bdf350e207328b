/** The page's colours: each backend keeps its own in every chart. Light and dark are picked for 4.5:1 on their ground. */
const light = [
  '#1257c9',
  '#0b7a75',
  '#4d7c0f',
  '#c2410c',
  '#8b3fc0',
  '#7a5c3d',
  '#64748b',
  '#a8326d',
  '#111418',
  '#8a6d00',
];
const dark = [
  '#7ab0ff',
  '#4fd1c5',
  '#a3d65c',
  '#ff9a62',
  '#cf9bff',
  '#d6b48c',
  '#a8b4c4',
  '#ff8fc0',
  '#f4f4f2',
  '#e6c84f',
];

/** A CSS colour for the k-th backend. */
export const backendColor = (k: number): string => `var(--backend-${k % light.length})`;

export const backendVariables = (theme: 'light' | 'dark'): string =>
  (theme === 'light' ? light : dark).map((color, k) => `--backend-${k}: ${color};`).join(' ');
