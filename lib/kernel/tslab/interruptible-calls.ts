import { guardNames } from "./guard-cells.js";
import type { Node, Statement, TransformationContext, TypeScript } from "./internals.js";

/**
 * Hands what an async cell or function calls between two awaits to `deepPessimistCall(() => …)`, which a signal can end:
 * so Stop reaches a library that never yields behind an `await` too. A loop that does not await is handed over as a
 * whole, where nothing leads out of it, for a detour at each turn would slow it down.
 */
export function interruptibleCalls(
  typescript: TypeScript,
): (context: TransformationContext) => (file: Node) => Node {
  const { factory } = typescript;
  const isGuard = (node: Node) => /^deepPessimist/.test((node as { text?: string }).text ?? "");
  const some = (node: Node, test: (node: Node) => boolean): boolean =>
    test(node) ||
    (!typescript.isFunctionLike(node) &&
      typescript.forEachChild(node, (child) => some(child, test)) === true);
  const waits = (node: Node) =>
    some(
      node,
      (at) =>
        typescript.isAwaitExpression(at) ||
        typescript.isYieldExpression(at) ||
        ("awaitModifier" in at && at.awaitModifier !== undefined),
    );
  const calls = (node: Node) =>
    some(node, (at) => typescript.isCallOrNewExpression(at) && !isGuard(at.expression));
  const leads = (node: Node) =>
    some(
      node,
      (at) =>
        typescript.isReturnStatement(at) ||
        (typescript.isBreakOrContinueStatement(at) && at.label !== undefined) ||
        (typescript.isVariableDeclarationList(at) && (at.flags & typescript.NodeFlags.BlockScoped) === 0),
    );
  const handOver = (body: Node, from: Node): Node => {
    const call = factory.createCallExpression(factory.createIdentifier(guardNames.call), undefined, [
      factory.createArrowFunction(undefined, undefined, [], undefined, undefined, body),
    ]);
    typescript.setSourceMapRange(call, from);
    return call;
  };
  const isAsync = (node: Node) =>
    (typescript.getCombinedModifierFlags(node) & typescript.ModifierFlags.Async) !== 0;

  return (context) => {
    /** In what does not wait, only functions matter. */
    const plain = (node: Node): Node =>
      typescript.visitEachChild(
        node,
        typescript.isFunctionLike(node) && isAsync(node) ? between : plain,
        context,
      );
    const value = (node: Node): Node =>
      waits(node) || !calls(node) ? between(node) : handOver(plain(node), node);
    const between = (node: Node): Node => {
      if (typescript.isFunctionLike(node)) return plain(node);
      if (typescript.isIterationStatement(node, false) && !waits(node))
        return calls(node) && !leads(node)
          ? factory.createExpressionStatement(
              handOver(factory.createBlock([plain(node) as Statement], true), node),
            )
          : plain(node);
      const holds =
        typescript.isExpressionStatement(node) ||
        typescript.isAwaitExpression(node) ||
        typescript.isReturnStatement(node) ||
        typescript.isThrowStatement(node) ||
        typescript.isVariableDeclaration(node);
      if (!holds) return typescript.visitEachChild(node, between, context);
      const held = "initializer" in node ? node.initializer : (node as { expression?: Node }).expression;
      return typescript.visitEachChild(
        node,
        (child) => (child === held ? value(child) : between(child)),
        context,
      );
    };
    return (file) => typescript.visitEachChild(file, waits(file) ? between : plain, context);
  };
}
