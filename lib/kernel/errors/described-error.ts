/** The content of an `error` message. */
export interface DescribedError {
  ename: string;
  evalue: string;
  traceback: string[];
}
