/** Text that is markup already. */
export type Html = { readonly markup: string };

type Content = Html | string | number | false | null | undefined | readonly Content[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (c) => entities[c] as string);

function markupOf(content: Content): string {
  if (content === false || content === null || content === undefined) return '';
  if (typeof content === 'string' || typeof content === 'number') return escapeText(String(content));
  return 'markup' in content ? content.markup : content.map(markupOf).join('');
}

/** Markup from a template; what is put into it is escaped unless it is markup itself. */
export const html = (strings: TemplateStringsArray, ...contents: readonly Content[]): Html => ({
  markup: strings.map((text, k) => text + (k < contents.length ? markupOf(contents[k]) : '')).join(''),
});

/** Trusted markup, for SVG made by a library. */
export const raw = (markup: string): Html => ({ markup });
