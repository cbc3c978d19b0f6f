import type { Node, Statement, TransformationContext, TypeScript } from "./internals.js";

/**
 * How code that was compiled for a cell asks whether it is to stop: a number, and a function for when it is not 0; and
 * by what it calls what may never yield.
 */
export const guardNames = {
  raised: "deepPessimistStop",
  stop: "deepPessimistStopHere",
  call: "deepPessimistCall",
} as const;

/**
 * Puts `if (deepPessimistStop[0]) deepPessimistStopHere();` at the beginning of every loop's body, behind every
 * statement of the cell itself, and behind every other that awaits. So Stop ends a loop that never yields, wherever it stands, as an error would: `finally` runs
 * and variables stay. And it lets the statement be whose promise gave a last value, such as a history so far.
 */
export function guardCells(typescript: TypeScript): (context: TransformationContext) => (file: Node) => Node {
  const { factory } = typescript;
  /** Where it stops, the reader is told the place of what it guards. */
  const guard = (guarded: Node): Statement => {
    const stop = factory.createCallExpression(factory.createIdentifier(guardNames.stop), undefined, []);
    typescript.setSourceMapRange(stop, guarded);
    return factory.createIfStatement(
      factory.createElementAccessExpression(factory.createIdentifier(guardNames.raised), 0),
      factory.createExpressionStatement(stop),
    );
  };
  const awaits = (node: Node): boolean =>
    typescript.isAwaitExpression(node) ||
    (!typescript.isFunctionLike(node) && typescript.forEachChild(node, awaits) === true);
  const guarded = (
    before: readonly Statement[],
    after: readonly Statement[],
    which: (node: Node) => boolean,
  ) =>
    after.flatMap((statement, i) =>
      before[i] !== undefined && which(before[i]) ? [statement, guard(before[i])] : [statement],
    );

  return (context) => {
    const bodies = new WeakSet<Node>();
    const visit = (node: Node): Node => {
      if (typescript.isIterationStatement(node, false)) bodies.add(node.statement);
      const visited = typescript.visitEachChild(node, visit, context);
      if (typescript.isSourceFile(node) && typescript.isSourceFile(visited))
        return factory.updateSourceFile(
          visited,
          guarded(node.statements, visited.statements, () => true),
        );
      if (!typescript.isBlock(node) || !typescript.isBlock(visited))
        return bodies.has(node) ? factory.createBlock([guard(node), visited as Statement], true) : visited;
      const statements = guarded(node.statements, visited.statements, awaits);
      return factory.updateBlock(visited, bodies.has(node) ? [guard(node), ...statements] : statements);
    };
    return visit;
  };
}
