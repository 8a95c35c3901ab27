using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Drafting.Migrations
{
    /// <inheritdoc />
    public partial class Translations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "concept_languages",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    concept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    languages = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concept_languages", x => new { x.tenant, x.id });
                    table.ForeignKey(
                        name: "fk_concept_languages_concepts_tenant_concept_id",
                        columns: x => new { x.tenant, x.concept_id },
                        principalTable: "concepts",
                        principalColumns: new[] { "tenant", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "section_translations",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    concept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    markdown = table.Column<string>(type: "text", nullable: false),
                    source_revision = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_section_translations", x => new { x.tenant, x.id });
                    table.ForeignKey(
                        name: "fk_section_translations_sections_tenant_section_id",
                        columns: x => new { x.tenant, x.section_id },
                        principalTable: "sections",
                        principalColumns: new[] { "tenant", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "translation_revisions",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    translation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    markdown = table.Column<string>(type: "text", nullable: false),
                    source_revision = table.Column<int>(type: "integer", nullable: false),
                    editor = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_translation_revisions", x => new { x.tenant, x.translation_id, x.number });
                    table.ForeignKey(
                        name: "fk_translation_revisions_section_translations_tenant_translati",
                        columns: x => new { x.tenant, x.translation_id },
                        principalTable: "section_translations",
                        principalColumns: new[] { "tenant", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_concept_languages_tenant_concept_id",
                table: "concept_languages",
                columns: new[] { "tenant", "concept_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_section_translations_tenant_concept_id_language",
                table: "section_translations",
                columns: new[] { "tenant", "concept_id", "language" });

            migrationBuilder.CreateIndex(
                name: "ix_section_translations_tenant_section_id_language",
                table: "section_translations",
                columns: new[] { "tenant", "section_id", "language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_translation_revisions_tenant_editor",
                table: "translation_revisions",
                columns: new[] { "tenant", "editor" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "concept_languages");

            migrationBuilder.DropTable(
                name: "translation_revisions");

            migrationBuilder.DropTable(
                name: "section_translations");
        }
    }
}
