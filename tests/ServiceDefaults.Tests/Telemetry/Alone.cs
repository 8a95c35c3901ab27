namespace Integrationskonzept.ServiceDefaults.Tests.Telemetry;

/// <summary>Spans belong to the process, not to one of its hosts: who looks at all of them must be alone in it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
