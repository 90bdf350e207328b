/** A dense row-major float64 matrix: what the suite builds, the backends read and the references are compared with. */
export type Matrix = { readonly rows: number; readonly cols: number; readonly data: Float64Array };

/** The matrix with entries f(i, j). */
export function fromEntries(rows: number, cols: number, f: (i: number, j: number) => number): Matrix {
  const data = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) data[i * cols + j] = f(i, j);
  return { rows, cols, data };
}

export function fromRows(rows: readonly (readonly number[])[]): Matrix {
  return fromEntries(rows.length, rows[0]?.length ?? 0, (i, j) => rows[i]?.[j] ?? 0);
}

export function toRows({ rows, cols, data }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols)));
}

export function at(A: Matrix, i: number, j: number): number {
  return A.data[i * A.cols + j] as number;
}

export function transpose(A: Matrix): Matrix {
  return fromEntries(A.cols, A.rows, (i, j) => at(A, j, i));
}

export function matmul(A: Matrix, B: Matrix): Matrix {
  const data = new Float64Array(A.rows * B.cols);
  for (let i = 0; i < A.rows; i++)
    for (let k = 0; k < A.cols; k++) {
      const a = A.data[i * A.cols + k] as number;
      for (let j = 0; j < B.cols; j++)
        data[i * B.cols + j] = (data[i * B.cols + j] as number) + a * (B.data[k * B.cols + j] as number);
    }
  return { rows: A.rows, cols: B.cols, data };
}

export function isSymmetric(A: Matrix): boolean {
  return A.rows === A.cols && transpose(A).data.every((x, i) => x === A.data[i]);
}

/** Entries rounded to float32, as a float32 backend sees them. */
export function toFloat32(A: Matrix): Matrix {
  return { ...A, data: Float64Array.from(A.data, Math.fround) };
}
