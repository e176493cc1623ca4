/** A box broke under its work: container gone, runner confused, disk full. The work may be done again elsewhere. */
export class SandboxFailure extends Error {
  override readonly name = "SandboxFailure";
}
