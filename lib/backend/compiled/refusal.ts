/** Why a step cannot be compiled; what it says is shown to the user. */
export class Refusal extends Error {}
