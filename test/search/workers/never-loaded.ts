// An objective's file that waits at its top for what never comes.
await new Promise(() => {});

export default (): number => 1;
