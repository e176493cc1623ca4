import { z } from "zod";

export const count = z.number().int().nonnegative();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Unique within its problem. */
export const candidateId = z.string().regex(/^c\d{4,}$/);
/** A generator, validator or brute force that the model wrote. */
export const testProgramId = z.string().regex(/^[gvb]\d{4,}$/);
export const inputId = z.string().regex(/^i\d{4,}$/);
/** Which problem of the run it is about. */
export const problem = z.string().min(1);
