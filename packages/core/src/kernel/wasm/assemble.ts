/** Bytes of a WebAssembly module, nested as its parts are. */
export type Code = number | readonly Code[];

/** A number in LEB128 (WebAssembly specification, §5.2.2). */
const unsigned = (n: number): Code => (n < 128 ? n : [(n & 127) | 128, unsigned(n >>> 7)]);
const signed = (n: number): Code => (n >= -64 && n < 64 ? n & 127 : [(n & 127) | 128, signed(n >> 7)]);

const flat = (code: Code): number[] => (typeof code === 'number' ? [code] : code.flatMap(flat));
const vector = (items: readonly Code[]): Code => [unsigned(items.length), items];
const sized = (content: Code): Code => vector(flat(content));
const section = (id: number, items: readonly Code[]): Code => [id, sized(vector(items))];

const I32 = 0x7f;
const V128 = 0x7b;
const NOTHING = 0x40;

export const constant = (n: number): Code => [0x41, signed(n)];
export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [value, 0x21, local];
export const add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [a, b, 0x6b];
export const multiply = (a: Code, b: Code): Code => [a, b, 0x6c];
export const and = (a: Code, b: Code): Code => [a, b, 0x71];
export const less = (a: Code, b: Code): Code => [a, b, 0x48];
export const when = (condition: Code, body: Code): Code => [condition, 0x04, NOTHING, body, 0x0b];
/** Runs once, and again as long as the condition holds. */
export const loop = (body: Code, condition: Code): Code => [0x03, NOTHING, body, condition, 0x0d, 0, 0x0b];

// Vectors of two float64, aligned to the 2^n bytes that the first number after the opcode says.
const simd = (opcode: number): Code => [0xfd, unsigned(opcode)];
export const zeros: Code = [simd(0x0c), new Array<number>(16).fill(0)];
export const load = (address: Code, offset: number): Code => [address, simd(0x00), 3, unsigned(offset)];
/** One float64, twice. */
export const loadTwice = (address: Code, offset: number): Code => [address, simd(0x0a), 3, unsigned(offset)];
export const store = (address: Code, offset: number, value: Code): Code => [
  address,
  value,
  simd(0x0b),
  3,
  unsigned(offset),
];
export const addVectors = (a: Code, b: Code): Code => [a, b, simd(0xf0)];
export const multiplyVectors = (a: Code, b: Code): Code => [a, b, simd(0xf2)];

/**
 * A module that exports a memory `m` of so many 64 kB pages, which never grows, and a function `f` of `parameters` integers;
 * its local variables after them are `integers` and then `vectors`.
 */
export const assemble = (
  pages: number,
  parameters: number,
  integers: number,
  vectors: number,
  body: Code,
): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    flat([
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, [[0x60, vector(new Array<number>(parameters).fill(I32)), vector([])]]),
      section(3, [0]),
      section(5, [[1, unsigned(pages), unsigned(pages)]]),
      section(7, [
        [vector([0x6d]), 2, 0],
        [vector([0x66]), 0, 0],
      ]),
      section(10, [
        sized([
          vector([
            [integers, I32],
            [vectors, V128],
          ]),
          body,
          0x0b,
        ]),
      ]),
    ]),
  );
