import type { Checker, Node, TypeScript, Visitor } from "./internals.js";

/**
 * Lets `{ seed }` name a variable of an earlier cell, as `{ seed: seed }` does.
 *
 * tslab turns each identifier of an earlier cell into `exports.seed`. Of a shorthand property it asks for the
 * property's symbol, not for the variable's, and so leaves it alone; the cell then throws "seed is not defined". We
 * answer with the variable, and write the property out so that there is a place for `exports.seed`.
 */
export function expandShorthand(typescript: TypeScript): Pick<TypeScript, "visitEachChild"> {
  return {
    visitEachChild(node, visitor, context) {
      if (!typescript.isShorthandPropertyAssignment(node))
        return typescript.visitEachChild(node, visitor, context);
      const { name, objectAssignmentInitializer: initial } = node;
      const value = visitor(name);
      if (value === name) return typescript.visitEachChild(node, keeping(name, visitor), context);
      const { factory } = typescript;
      return factory.createPropertyAssignment(
        factory.createIdentifier(name.text),
        initial === undefined ? value : factory.createAssignment(value, visitor(initial)),
      );
    },
  };
}

/** Visits all but the name: a name that stays must not be asked about twice. */
function keeping(name: Node, visitor: Visitor): Visitor {
  return (node) => (node === name ? node : visitor(node));
}

/** Makes a checker answer for the name of a shorthand property with the variable that it reads. */
export function seeThroughShorthand(typescript: TypeScript, checker: Checker): void {
  const { getSymbolAtLocation } = checker;
  checker.getSymbolAtLocation = (node) => {
    const { parent } = node;
    return parent && typescript.isShorthandPropertyAssignment(parent) && parent.name === node
      ? checker.getShorthandAssignmentValueSymbol(parent)
      : getSymbolAtLocation(node);
  };
}
