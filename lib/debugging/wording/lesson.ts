/** The notebooks that a finding sends its reader to: the first model with its loss and inputs; */
export const startSimple = "notebooks/01-start-simple.ipynb";
/** shapes, types, numbers, and mistakes that throw nothing; */
export const getItToRun = "notebooks/02-get-it-to-run.ipynb";
/** what one batch that is not learnt says. */
export const overfitOneBatch = "notebooks/03-overfit-one-batch.ipynb";
