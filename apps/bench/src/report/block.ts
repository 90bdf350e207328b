/** A text with the part between `<!-- name: ... -->` and `<!-- /name -->` replaced. */
export function replaceBlock(text: string, name: string, content: string): string {
  const block = new RegExp(`(<!-- ${name}: [^>]*-->\\n)[\\s\\S]*?(?=<!-- /${name} -->)`);
  if (!block.test(text)) throw new Error(`no block of the name ${name}`);
  return text.replace(block, (_, begin: string) => `${begin}\n${content}\n\n`);
}
