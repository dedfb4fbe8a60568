declare module 'virtual:worker-script' {
  /** The text that workers are made of. */
  export const workerScript: string;
}
