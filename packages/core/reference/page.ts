import * as diagnose from '../src/diagnose.ts';
import { entryPoints } from '../src/entryPoints.ts';
import * as exported from '../src/index.ts';
import { symbol } from '../src/interpret/latex.ts';
import * as latex from '../src/latex.ts';
import type { Signature } from '../src/signature.ts';
import * as simd from '../src/simd.ts';
import * as testing from '../src/testing/index.ts';
import type { Accuracy } from './accuracy.ts';
import { compositionOf } from './composition.ts';
import { type Documented, freeNames } from './docstring.ts';
import { domainProse, type Entry } from './entries.ts';
import { cell, cellMath, displayMath, inlineMath, table } from './markdown.ts';

const modules: readonly (readonly [string, object])[] = [
  ...Object.entries(entryPoints).map(([entry, names]): [string, object] => [
    entry === 'index' ? '@matgrad/core' : `@matgrad/core/${entry}`,
    names,
  ]),
  ['@matgrad/core/diagnose', diagnose],
  ['@matgrad/core/latex', latex],
  ['@matgrad/core/simd', simd],
  ['@matgrad/core/testing', testing],
];

/** The example with the imports that it takes to run; a name that both entry points export is that of `own`. */
export function runnable(example: string, own: object = exported): string {
  const free = [...freeNames(example)].sort();
  const imports = modules.flatMap(([module, names]) => {
    const wanted = free.filter((name) => name in names && (names === own || !(name in own)));
    return wanted.length > 0 ? [`import { ${wanted.join(', ')} } from '${module}';`] : [];
  });
  const [, before = '', code = example] = /^((?:import .*\n)+)([\s\S]*)$/.exec(example) ?? [];
  return `\`\`\`ts\n${imports.join('\n')}\n${before}\n${code}\n\`\`\``;
}

/** How to call it: `solve(A, B, options?)`. */
export const callOf = ({ name, doc }: Documented): string =>
  `${name}(${doc.params.map((p) => `${p.rest ? '...' : ''}${p.name}${p.optional ? '?' : ''}`).join(', ')})`;

/** Leading-order cost as a formula; copies and views cost no arithmetic. */
export const costOf = (flops: string): string =>
  flops === '0' ? 'no arithmetic' : cellMath(flops.replace(/log2 ?/, '\\log_2 '));

/** True where a formula prints as its argument: the operation only moves entries, which rules leave to broadcasting. */
export const printsNothing = ({ formulas, inputs }: Entry): boolean => formulas?.value === inputs[0];

/** Each formula as an equation: `[value]`, one tangent for each output, one cotangent for each input. */
export function equations({ formulas, inputs, outputs }: Entry): {
  value: string;
  jvp: string[];
  vjp: string[];
} {
  if (formulas === undefined) throw new Error('a composed function has no formulas of its own');
  const accented = (accent: string, letter: string) =>
    letter.includes('_') ? letter.replace('_', '}_').replace(/^/, `\\${accent}{`) : `\\${accent}{${letter}}`;
  const result = outputs.length > 1 ? `(${outputs.join(', ')})` : outputs[0];
  return {
    value: `${result} = ${formulas.value}`,
    jvp: formulas.jvp.map((tex, i) => `${accented('dot', outputs[i] ?? '')} = ${tex}`),
    vjp: formulas.vjp.map((tex, i) => `${accented('bar', inputs[i] ?? '')} = ${tex}`),
  };
}

const shown = (option: unknown): string | undefined =>
  typeof option === 'number' || typeof option === 'string'
    ? `${option}`
    : (option as { name?: string } | undefined)?.name;

/** The static options that formulas are printed for, where there are any: `k = 3`. */
export function optionsOf({ spec, doc, inputs }: Entry): string {
  const options = spec?.examples[0]?.options ?? [];
  const named = doc.params.slice(inputs.length);
  return named
    .flatMap(({ name }, i) => (shown(options[i]) === undefined ? [] : `${name} = ${shown(options[i])}`))
    .join(', ');
}

/** What becomes of an input that is projected onto its domain, and of its cotangent. */
function projections({ spec, inputs }: Entry): string[] {
  return inputs.flatMap((letter, i) => {
    const project = spec?.domain[i]?.project;
    if (project === undefined) return [];
    const projected = (tex: string) => inlineMath(String(project(symbol(tex))));
    const [value, cotangent] = [projected(letter), projected(`\\bar{${letter}}`)];
    return ['', `\`${letter}\` is taken as ${value}, so the cotangent that comes back is ${cotangent}.`];
  });
}

/** What a function without a record differentiates through. */
function composition(entry: Entry): string {
  const { parts, own } = compositionOf(entry);
  const links = [...parts].sort().map((name) => `[\`${name}\`](${name}.md)`);
  if (own) links.unshift('a rule of its own');
  return links.length > 0
    ? `It is composed of ${links.join(', ')}, and differentiates through them.`
    : 'It has none.';
}

function formulaSection(entry: Entry): string[] {
  const { formulas } = entry;
  if (formulas === undefined) return [composition(entry)];
  if (printsNothing(entry)) {
    return [
      'It repeats, adds or moves entries. Tangents go through it as values do; cotangents come back through its adjoint. In',
      'the formulas of other operations it prints as nothing: there stacks broadcast, and cotangents are summed back, by',
      'themselves.',
    ];
  }
  const { value, jvp, vjp } = equations(entry);
  const options = optionsOf(entry);
  const satisfied = formulas.equation && [
    'which satisfies, to rounding,',
    '',
    displayMath([formulas.equation]),
    '',
  ];
  return [
    `Printed from the rule${options && `, for ${options}`} ([notation](README.md#notation)). Value:`,
    '',
    displayMath([value]),
    '',
    ...(satisfied ?? []),
    'JVP, forward mode:',
    '',
    displayMath(jvp),
    '',
    'VJP, reverse mode:',
    '',
    displayMath(vjp),
    ...projections(entry),
  ];
}

/** What an operation takes for one unit: the last axes, whole arrays, or single entries. */
function unitOf(signature: Signature): string {
  if (signature.inputs.every((core) => core.length === 0)) return 'entry by entry, shapes broadcast';
  if (signature.inputs[0]?.[0] === '...') return 'arrays as a whole';
  return 'the axes before these are a [stack](../conventions.md#arrays)';
}

/** A work in a source: "Giles 2008", "Petersen & Pedersen 2012", "Al-Mohy, Higham & Relton 2013". */
export const works = /\p{Lu}[\p{L}-]+(?:(?:, \p{Lu}[\p{L}-]+)? & \p{Lu}[\p{L}-]+| et al\.)? \d{4}/gu;

/** "Giles 2008, §2.2.3" with a link to the list of references, where it names one. */
const cite = (source: string): string => cell(source).replace(works, (work) => `[${work}](../references.md)`);

const units = (x: number | undefined): string => `${x} u`;

/** What `npm run accuracy` measured. */
function accuracySection({ spec }: Entry, accuracy: Accuracy | undefined): string[] {
  if (!spec || !accuracy) return [];
  const { inputs, equation, jvp, adjoint } = accuracy;
  return [
    '## Accuracy',
    '',
    `The worst of ${inputs} random inputs from its domain, well conditioned and of order 6 at most, as \`npm run accuracy\` measured it; u = 2⁻⁵³:`,
    '',
    table(
      ['', 'error'],
      [
        ...(equation === undefined
          ? []
          : [['the equation that defines the value, of the sizes in it', units(equation)]]),
        ['JVP against VJP, ⟨Ȳ, JVP⟩ = ⟨VJP, dA⟩, of the sizes in it', units(adjoint)],
        [
          'JVP against differences of fourth order, relative; most of it is theirs',
          jvp === 0 ? '0' : jvp.toExponential(1),
        ],
      ],
    ),
    '',
  ];
}

function argumentTable({ doc, spec }: Entry): string {
  if (spec === undefined)
    return table(
      ['argument', 'what it is'],
      doc.params.map((p) => [`\`${p.name}\``, cell(p.text)]),
    );
  const domainOf = (i: number) => {
    const domain = spec.domain[i];
    return domain ? cell(domainProse(domain.name)) : 'an option, not differentiated';
  };
  return table(
    ['argument', 'what it is', 'domain of the rule'],
    doc.params.map((p, i) => [`\`${p.name}\``, cell(p.text), domainOf(i)]),
  );
}

function costSection({ doc, spec }: Entry): string[] {
  if (spec === undefined || doc.flops === undefined || doc.source === undefined) return [];
  const rows = [
    ['signature', `\`${spec.signature.text}\`; ${unitOf(spec.signature)}`],
    ['floating-point operations', costOf(doc.flops)],
    ['source of the rule', cite(doc.source)],
  ];
  return ['## Cost and source', '', table(['', ''], rows), ''];
}

/** The page of one operation. */
export function page(entry: Entry, accuracy: Accuracy | undefined): string {
  const { name, doc, file } = entry;
  const errors = doc.throws.map(({ error, when }) => [`\`${error}\``, cell(when)]);
  return [
    `# ${name}`,
    '',
    doc.summary,
    ...doc.advice.flatMap((paragraph) => ['', paragraph]),
    '',
    ...doc.examples.map((example) => runnable(example)),
    '',
    `## \`${callOf(entry)}\``,
    '',
    argumentTable(entry),
    '',
    `Returns ${doc.returns}.`,
    '',
    entry.formulas ? '## Formulas' : '## Derivatives',
    '',
    ...formulaSection(entry),
    '',
    '## Errors',
    '',
    table(['error', 'when'], [...errors, ['`DomainError`', 'if an argument is no array of numbers']]),
    '',
    ...accuracySection(entry, accuracy),
    ...costSection(entry),
    `[Code](../../packages/core/src/${file}) · [All operations](README.md) · [Conventions](../conventions.md)`,
    '',
  ].join('\n');
}
