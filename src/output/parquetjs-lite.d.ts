/** What we use of parquetjs-lite, which brings no types. */
declare module 'parquetjs-lite' {
  export interface FieldDefinition {
    readonly type?: string;
    readonly optional?: boolean;
    readonly repeated?: boolean;
    readonly compression?: string;
    readonly statistics?: boolean;
    readonly fields?: Readonly<Record<string, FieldDefinition>>;
  }

  export class ParquetSchema {
    constructor(schema: Readonly<Record<string, FieldDefinition>>);
  }

  export interface WriterOptions {
    readonly rowGroupSize?: number;
    readonly pageSize?: number;
    readonly useDataPageV2?: boolean;
    readonly pageIndex?: boolean;
  }

  export class ParquetEnvelopeWriter {
    constructor(
      schema: ParquetSchema,
      write: (bytes: Uint8Array) => void,
      close: () => void,
      offset: number,
      options: WriterOptions,
    );
  }

  export class ParquetWriter {
    constructor(schema: ParquetSchema, envelope: ParquetEnvelopeWriter, options: WriterOptions);
    appendRow(row: Readonly<Record<string, unknown>>): Promise<void>;
    setMetadata(key: string, value: string): void;
    close(): Promise<void>;
  }

  export interface Cursor {
    next(): Promise<Record<string, unknown> | null>;
  }

  export class ParquetReader {
    static openBuffer(buffer: Uint8Array): Promise<ParquetReader>;
    getCursor(): Cursor;
    getMetadata(): Record<string, string>;
    close(): Promise<void>;
  }
}
