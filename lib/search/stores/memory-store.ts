import { MemoryStudy } from "./memory-study.js";
import type { Store, StudySettings } from "./store.js";

/**
 * A store in memory: its studies end with the process.
 *
 * @example
 * const store = memoryStore();
 * await createStudy({ name: "parabola", storage: store });
 * store.names(); // ["parabola"]
 */
export function memoryStore(): Store {
  const studies = new Map<string, MemoryStudy>();
  return {
    names: () => [...studies.keys()],
    load: (name) => studies.get(name),
    create: (settings: StudySettings) => {
      const study = studies.get(settings.name) ?? new MemoryStudy(settings);
      studies.set(settings.name, study);
      return study;
    },
    close: () => studies.clear(),
  };
}
