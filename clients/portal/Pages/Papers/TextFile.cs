using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Portal.Pages.Papers;

/// <summary>A file's text for a form.</summary>
static class TextFile
{
    /// <exception cref="Unreadable">No text: a PDF, or a document of an office program.</exception>
    public static string Read(byte[] file, string api) => FileText.Read(file) ?? throw new Unreadable(api, Unreadable.NoText);
}
