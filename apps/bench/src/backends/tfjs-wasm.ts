import '@tensorflow/tfjs-backend-wasm';
import { tfjsBackend } from './tfjs.ts';

/** @matgrad/tfjs-ops on TensorFlow.js's WebAssembly backend. */
export const tfjsWasm = tfjsBackend('wasm');
