export { type Formulas, formulas } from './identity/formulas.ts';
export { symbol } from './interpret/latex.ts';
