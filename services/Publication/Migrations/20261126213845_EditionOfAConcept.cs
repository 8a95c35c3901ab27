using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Publication.Migrations
{
    /// <inheritdoc />
    public partial class EditionOfAConcept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_editions_tenant_concept_id",
                table: "editions",
                columns: new[] { "tenant", "concept_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_editions_tenant_concept_id",
                table: "editions");
        }
    }
}
