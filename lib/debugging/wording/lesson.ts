/** The notebook that teaches the first model, its loss and its inputs. */
export const startSimple = "notebooks/01-start-simple.ipynb";
