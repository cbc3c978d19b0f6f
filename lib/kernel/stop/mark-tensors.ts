/** What TensorFlow.js keeps of calls that are under way. */
interface EngineState {
  gradientDepth: number;
  kernelDepth: number;
  scopeStack: unknown[];
  numDataMovesStack: unknown[];
  activeTape?: unknown;
}

interface Engine {
  state: EngineState;
  endScope(): void;
}

const engine = (): Engine | undefined => (globalThis as { _tfengine?: Engine })._tfengine;

/**
 * Takes note of which calls of TensorFlow.js are under way, so that those which begin later can be given up: a call that
 * is ended from outside closes neither its scope, whose tensors would stay for good, nor the tape of its gradient.
 */
export function markTensors(): () => void {
  const { scopeStack, numDataMovesStack, gradientDepth = 0, kernelDepth = 0 } = engine()?.state ?? {};
  const [scopes = 0, moves = 0] = [scopeStack?.length, numDataMovesStack?.length];
  return () => {
    const now = engine();
    if (now === undefined) return;
    while (now.state.scopeStack.length > scopes) now.endScope();
    now.state.numDataMovesStack.length = moves;
    Object.assign(now.state, { gradientDepth, kernelDepth });
    if (gradientDepth === 0) now.state.activeTape = undefined;
  };
}
