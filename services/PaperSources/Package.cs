using System.IO.Compression;
using System.Xml;

namespace Integrationskonzept.PaperSources;

/// <summary>A ZIP file with XML in it. Sizes that it claims are not believed: what comes out is counted.</summary>
static class Package
{
    const int MostParts = 5_000;
    const int MostBytes = 50_000_000;

    public static SourceFormat FormatOf(byte[] file)
    {
        try
        {
            using var archive = Open(file);
            if (archive.GetEntry("word/document.xml") is not null)
                return archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                    ? throw new SourceUnreadableException(SourceFault.Macros)
                    : SourceFormat.Docx;
            if (archive.GetEntry("content.xml") is null)
                throw new SourceUnreadableException(SourceFault.Unknown);
            if (archive.Entries.Any(entry => entry.FullName.StartsWith("Basic/", StringComparison.Ordinal)))
                throw new SourceUnreadableException(SourceFault.Macros);
            if (archive.GetEntry("META-INF/manifest.xml") is { } manifest && IsEncrypted(manifest))
                throw new SourceUnreadableException(SourceFault.Encrypted);
            return SourceFormat.Odt;
        }
        catch (InvalidDataException broken)
        {
            throw new SourceUnreadableException(SourceFault.Broken, broken);
        }
    }

    /// <summary>Reads one part, without document types, so that nothing else is read by it.</summary>
    public static T Read<T>(byte[] file, string part, Func<XmlReader, T> read)
    {
        using var archive = Open(file);
        var entry = archive.GetEntry(part) ?? throw new SourceUnreadableException(SourceFault.Broken);
        using var bytes = new CountedStream(entry.Open(), MostBytes);
        using var xml = XmlReader.Create(
            bytes,
            new()
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostBytes,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );
        return read(xml);
    }

    static bool IsEncrypted(ZipArchiveEntry manifest)
    {
        using var reader = new StreamReader(new CountedStream(manifest.Open(), MostBytes));
        return reader.ReadToEnd().Contains("encryption-data", StringComparison.Ordinal);
    }

    static ZipArchive Open(byte[] file)
    {
        var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        return archive.Entries.Count <= MostParts ? archive : throw new SourceUnreadableException(SourceFault.TooLarge);
    }

    sealed class CountedStream(Stream inner, long most) : Stream
    {
        long left = most;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            return (left -= read) >= 0 ? read : throw new SourceUnreadableException(SourceFault.TooLarge);
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
