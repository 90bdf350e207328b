export { arbitraryDefect, arbitraryInput, arbitraryInputs, type Sizes } from './arbitraries.ts';
export { checkGrads, type GradCheck, GradientMismatchError, type GradReport } from './checkGrads.ts';
export { combine, distance, dot, frobenius } from './closeness.ts';
export { randomArray, uniform } from './random.ts';
