/** A tab of some browser, with what tests of fields need of it. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** The value of an expression, or of the promise that it gives. */
  evaluate<Value>(expression: string): Promise<Value>;
  type(text: string): Promise<void>;
  /** A key, or `Control+z`. */
  press(key: string): Promise<void>;
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

export interface TestBrowser {
  version: string;
  open(): Promise<Tab>;
  close(): Promise<void>;
}
