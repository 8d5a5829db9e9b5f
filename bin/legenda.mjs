#!/usr/bin/env node
import { tsImport } from 'tsx/esm/api';

const { createProgram } = await tsImport('../src/cli/main.ts', import.meta.url);
await createProgram().parseAsync();
