namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>A message that no further attempt makes right; it goes to the error queue at once.</summary>
public abstract class RefusedMessageException(string reason) : Exception(reason);
