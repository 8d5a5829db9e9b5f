/** Attacks of one kind: each calls `run` or asks `other.example` for something where it works. */
export interface Family {
  family: string;
  vectors: readonly string[];
}
