export { type Formulas, formulas } from './define/formulas.ts';
export { symbol } from './interpret/latex.ts';
