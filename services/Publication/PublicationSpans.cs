using System.Diagnostics;

namespace Integrationskonzept.Publication;

static class PublicationSpans
{
    public static readonly ActivitySource Source = new("Integrationskonzept.Publication");
}
